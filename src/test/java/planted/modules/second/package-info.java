/** Invited nobody. */
@NullMarked
package planted.modules.second;

import org.jspecify.annotations.NullMarked;
