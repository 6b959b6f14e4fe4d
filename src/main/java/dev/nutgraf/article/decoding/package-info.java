/** Turns stored bytes into text: gzip, character sets, signatures of binary files. */
@NullMarked
package dev.nutgraf.article.decoding;

import org.jspecify.annotations.NullMarked;
