/** An S3 server on loopback for local runs and tests. */
@NullMarked
package dev.nutgraf.local.s3;

import org.jspecify.annotations.NullMarked;
