/** {@code Article} in, sentences out: segmentation, words, stems, language. */
@NullMarked
package dev.nutgraf.text;

import org.jspecify.annotations.NullMarked;
