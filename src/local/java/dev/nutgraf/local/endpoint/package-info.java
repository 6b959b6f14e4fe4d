/** Checks of what Nutgraf needs of an S3 implementation. */
@NullMarked
package dev.nutgraf.local.endpoint;

import org.jspecify.annotations.NullMarked;
