/** An S3 of our own on loopback: what local runs and tests talk to. */
@NullMarked
package dev.nutgraf.local.s3;

import org.jspecify.annotations.NullMarked;
