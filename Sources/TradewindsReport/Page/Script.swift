/// The page's script: crosshair, sorting, theme. The page is complete without it.
enum Script {
    static let text = #"""
        (() => {
          "use strict";
          const root = document.documentElement;
          const button = document.getElementById("theme");
          const system = matchMedia("(prefers-color-scheme: dark)");
          // A file opened from disk may have no storage.
          const stored = (value) => {
            try { return value ? localStorage.setItem("theme", value) : localStorage.getItem("theme"); } catch { return null; }
          };
          const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
          const label = () => {
            button.textContent = isDark() ? "Light" : "Dark";
            button.setAttribute("aria-label", isDark() ? "Show in light colours" : "Show in dark colours");
          };
          if (["light", "dark"].includes(stored())) root.dataset.theme = stored();
          button.hidden = false;
          label();
          system.addEventListener("change", label);
          button.addEventListener("click", () => {
            root.dataset.theme = isDark() ? "light" : "dark";
            stored(root.dataset.theme);
            label();
          });

          const two = (digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
          const write = {
            money: (value) => value.toLocaleString("en-US", two(2)),
            percent: (value) => (value * 100).toLocaleString("en-US", two(2)) + "%",
            ratio: (value) => value.toLocaleString("en-US", two(2)),
            price: (value) => value.toLocaleString("en-US", { maximumSignificantDigits: 7 }),
          };
          const moment = (seconds, dateOnly) =>
            new Date(seconds * 1000).toISOString().slice(0, dateOnly ? 10 : 19).replace("T", " ").replace(/:00$/, "");

          for (const data of document.querySelectorAll("script.points")) {
            const points = JSON.parse(data.textContent);
            const frame = data.previousElementSibling;
            const svg = frame.querySelector("svg");
            const cross = svg.querySelector(".cross");
            const [line, dot] = cross.children;
            const tip = document.createElement("div");
            const count = points.moments.length;
            let place = count - 1;
            tip.className = "tip";
            tip.hidden = true;
            tip.setAttribute("role", "status");
            frame.append(tip);
            const show = (index) => {
              place = Math.max(0, Math.min(count - 1, index));
              const x = points.places[2 * place], y = points.places[2 * place + 1];
              line.setAttribute("x1", x);
              line.setAttribute("x2", x);
              dot.setAttribute("cx", x);
              dot.setAttribute("cy", y);
              cross.setAttribute("visibility", "visible");
              const value = points.values[place];
              tip.textContent = moment(points.moments[place], points.dateOnly) + "  " + points.name + " "
                + (value === null ? "–" : write[points.unit](value).replace("-", "−"));
              tip.hidden = false;
              const at = x / 960 * svg.clientWidth;
              tip.style.left = Math.max(0, at > svg.clientWidth / 2 ? at - tip.offsetWidth - 12 : at + 12) + "px";
            };
            const hide = () => {
              cross.setAttribute("visibility", "hidden");
              tip.hidden = true;
            };
            svg.addEventListener("pointermove", (event) => {
              const box = svg.getBoundingClientRect();
              const x = (event.clientX - box.left) / box.width * 960;
              let low = 0, high = count - 1;
              while (low < high) {
                const middle = (low + high) >> 1;
                if (points.places[2 * middle] < x) low = middle + 1; else high = middle;
              }
              if (low > 0 && x - points.places[2 * low - 2] < points.places[2 * low] - x) low -= 1;
              show(low);
            });
            svg.addEventListener("pointerleave", hide);
            svg.addEventListener("blur", hide);
            svg.addEventListener("keydown", (event) => {
              const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -50, PageDown: 50, Home: -count, End: count }[event.key];
              if (event.key === "Escape") hide();
              if (!step) return;
              event.preventDefault();
              show(place + step);
            });
          }

          for (const table of document.querySelectorAll("table.sorts")) {
            const heads = [...table.tHead.rows[0].cells];
            const key = (row, column) => {
              const cell = row.cells[column];
              return "value" in cell.dataset ? Number(cell.dataset.value)
                : heads[column].classList.contains("number") ? Number(cell.textContent) : cell.textContent;
            };
            heads.forEach((head, column) => head.firstElementChild.addEventListener("click", () => {
              const up = head.getAttribute("aria-sort") === "descending" || !head.hasAttribute("aria-sort");
              heads.forEach((other) => other.removeAttribute("aria-sort"));
              head.setAttribute("aria-sort", up ? "ascending" : "descending");
              const rows = [...table.tBodies[0].rows].map((row) => [key(row, column), row]);
              rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0) * (up ? 1 : -1));
              table.tBodies[0].append(...rows.map(([, row]) => row));
            }));
          }
        })();
        """#
}
