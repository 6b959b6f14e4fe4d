/** The packaged function under Lambda's real runtime client, without Lambda and without Docker. */
@NullMarked
package dev.nutgraf.local.runtime;

import org.jspecify.annotations.NullMarked;
