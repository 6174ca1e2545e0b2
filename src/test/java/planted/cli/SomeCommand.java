package planted.cli;

/** A command, known to a class that must not know it. */
public final class SomeCommand {}
