package planted.modules.first;

import planted.modules.second.Visible;

/** Uses what its package did not declare. */
public record Uninvited(Visible thing) {}
