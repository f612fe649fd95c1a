import ArgumentParser
import Foundation

/// Runs what the command line asks for.
@main
enum Program {
    static func main() async {
        do {
            var command = try TW.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ValidationError {
            // Bad input that shows only while a command runs is said in one line: its usage was right.
            FileHandle.standardError.write(Data("Error: \(error.message)\n".utf8))
            TW.exit(withError: ExitCode.validationFailure)
        } catch { TW.exit(withError: error) }
    }
}

/// The command line: thin, one file a command. Rules of trading live on the floors below.
struct TW: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tw",
        abstract: "Interactive Brokers trading: a client, a simulated gateway, strategies and tools.",
        discussion: "Tradewinds is not affiliated with Interactive Brokers.",
        version: "0.1.0",
        subcommands: [
            UpCommand.self, Gateway.self, StrategyCommand.self, KillCommand.self, BacktestCommand.self,
            SweepCommand.self, StatsCommand.self, IndicatorCommand.self, BarsCommand.self, SeriesCommand.self,
            LabelCommand.self, QuoteCommand.self, HistoryCommand.self, ContractCommand.self, BuyCommand.self,
            SellCommand.self, OrdersCommand.self, ModifyCommand.self, CancelCommand.self, FillsCommand.self,
            PositionsCommand.self, AccountCommand.self, DoctorCommand.self, Inspect.self,
        ]
    )
}
