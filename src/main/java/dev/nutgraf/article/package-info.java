/** An article as the rest of the engine sees it: text, blocks, metadata, warnings. */
@NullMarked
package dev.nutgraf.article;

import org.jspecify.annotations.NullMarked;
