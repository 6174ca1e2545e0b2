package planted;

import planted.cli.SomeCommand;

/** Turns the arrow round: a feature that knows the command line. */
public record UsesTheCommandLine(SomeCommand command) {}
