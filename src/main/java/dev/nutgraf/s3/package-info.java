/** Reconciles one key: article bucket in, summary bucket out, by conditional writes. */
@NullMarked
package dev.nutgraf.s3;

import org.jspecify.annotations.NullMarked;
