package planted.modules.second.inner;

/** What the package does not show. */
public final class Hidden {}
