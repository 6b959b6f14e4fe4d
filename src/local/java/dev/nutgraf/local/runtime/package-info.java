/** Runs the packaged function under Lambda's runtime client, without Docker. */
@NullMarked
package dev.nutgraf.local.runtime;

import org.jspecify.annotations.NullMarked;
