import ArgumentParser

/// The command line: thin, one file a command. Rules of trading live on the floors below.
@main
struct TW: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tw",
        abstract: "Interactive Brokers trading: a client, a simulated gateway, strategies and tools.",
        discussion: "Tradewinds is not affiliated with Interactive Brokers.",
        version: "0.1.0",
        subcommands: [
            UpCommand.self, Gateway.self, StrategyCommand.self, KillCommand.self, BacktestCommand.self,
            SweepCommand.self, StatsCommand.self, IndicatorCommand.self, BarsCommand.self, LabelCommand.self,
            QuoteCommand.self, HistoryCommand.self, ContractCommand.self, BuyCommand.self, SellCommand.self,
            OrdersCommand.self, ModifyCommand.self, CancelCommand.self, FillsCommand.self,
            PositionsCommand.self, AccountCommand.self, DoctorCommand.self, Inspect.self,
        ]
    )
}
