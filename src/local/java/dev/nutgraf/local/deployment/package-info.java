/**
 * The deployed deployment on loopback: buckets, events, the function, and the job that reprocesses.
 */
@NullMarked
package dev.nutgraf.local.deployment;

import org.jspecify.annotations.NullMarked;
