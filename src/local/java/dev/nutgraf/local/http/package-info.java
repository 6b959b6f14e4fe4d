/** The address of a local server, shared by the S3 server and the page. */
@NullMarked
package dev.nutgraf.local.http;

import org.jspecify.annotations.NullMarked;
