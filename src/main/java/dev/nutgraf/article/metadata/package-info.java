/**
 * Headline, author, dates: what an article states about itself, and how dates and JSON are read.
 */
@NullMarked
package dev.nutgraf.article.metadata;

import org.jspecify.annotations.NullMarked;
