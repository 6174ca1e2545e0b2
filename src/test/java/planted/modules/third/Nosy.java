package planted.modules.third;

import planted.modules.second.inner.Hidden;

/** Uses the inside of another package. */
public record Nosy(Hidden inside) {}
