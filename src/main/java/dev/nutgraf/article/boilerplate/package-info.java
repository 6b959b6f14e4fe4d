/**
 * Recognizes boilerplate by its wording, and cuts it out of paragraphs: {@link
 * dev.nutgraf.article.boilerplate.BoilerplateClassifier} classifies a line, {@link
 * dev.nutgraf.article.boilerplate.BoilerplateCutter} cuts a paragraph.
 */
@NullMarked
package dev.nutgraf.article.boilerplate;

import org.jspecify.annotations.NullMarked;
