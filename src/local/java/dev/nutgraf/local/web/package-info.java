/** The drop zone, a page on loopback: articles are dropped onto it, their summaries appear. */
@NullMarked
package dev.nutgraf.local.web;

import org.jspecify.annotations.NullMarked;
