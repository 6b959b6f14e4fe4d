/** Reads the article of a web page. */
@NullMarked
package dev.nutgraf.article.html;

import org.jspecify.annotations.NullMarked;
