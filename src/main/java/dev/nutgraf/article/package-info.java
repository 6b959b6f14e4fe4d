/** Values that describe an article: text, blocks, metadata, warnings, rejections. */
@NullMarked
package dev.nutgraf.article;

import org.jspecify.annotations.NullMarked;
