/** May use any package, but only what each of them shows. */
@NullMarked
package planted.modules.third;

import org.jspecify.annotations.NullMarked;
