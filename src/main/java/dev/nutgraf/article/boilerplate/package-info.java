/**
 * Tells datelines, bylines, credits, share bars and embedded posts from prose, by their wording.
 */
@NullMarked
package dev.nutgraf.article.boilerplate;

import org.jspecify.annotations.NullMarked;
