/** The drop zone: a page on loopback that shows what the function does with articles. */
@NullMarked
package dev.nutgraf.local.web;

import org.jspecify.annotations.NullMarked;
