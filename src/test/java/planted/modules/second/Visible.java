package planted.modules.second;

/** What the package shows. */
public final class Visible {}
