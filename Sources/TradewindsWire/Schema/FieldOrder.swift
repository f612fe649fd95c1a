/// The fields of many walks through one message, each once, in an order that every walk keeps.
///
/// Walks at several versions and through several branches tell, pair by pair, which field stands before which; the list
/// is sorted by that. Fields that no walk orders stay with the branch that they were met in.
struct FieldOrder {
    /// What makes a field the same at whatever version.
    private struct Identity: Hashable {
        let number: Int
        let path: String
        let shape: SchemaField.Shape
    }

    private var places: [Identity: Int] = [:]
    private var fields: [SchemaField] = []
    /// Which fields stand right behind each in some walk.
    private var followers: [[Int]] = []

    /// Takes a walk, its fields in wire order.
    mutating func add(_ walk: [SchemaField]) {
        var before: Int?
        for field in walk {
            let place = place(of: field)
            if let before, !followers[before].contains(place) { followers[before].append(place) }
            before = place
        }
    }

    private mutating func place(of field: SchemaField) -> Int {
        let identity = Identity(number: field.number, path: field.path, shape: field.shape)
        if let place = places[identity] {
            fields[place].since = min(fields[place].since, field.since)
            fields[place].until = max(fields[place].until, field.until)
            return place
        }
        places[identity] = fields.count
        fields.append(field)
        followers.append([])
        return fields.count - 1
    }

    /// The fields in order.
    var sorted: [SchemaField] {
        var waiting = Array(repeating: 0, count: fields.count)
        for place in followers.joined() { waiting[place] += 1 }
        // The last one pushed comes next: a branch is listed to its end before another begins.
        var ready = Array(fields.indices.filter { waiting[$0] == 0 }.reversed())
        var isListed = Array(repeating: false, count: fields.count)
        var list: [SchemaField] = []
        while list.count < fields.count {
            // Walks that contradict each other leave nothing ready: the field met first goes on.
            guard let place = ready.popLast() ?? isListed.firstIndex(of: false) else { break }
            guard !isListed[place] else { continue }
            isListed[place] = true
            list.append(fields[place])
            for follower in followers[place].sorted(by: >) {
                waiting[follower] -= 1
                if waiting[follower] == 0 { ready.append(follower) }
            }
        }
        return list
    }
}
