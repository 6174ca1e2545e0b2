/** Classes that break the laws of the house on purpose: {@code ArchitectureTest} must catch each of them. */
@NullMarked
package planted;

import org.jspecify.annotations.NullMarked;
