package dev.nutgraf.article.boilerplate;

import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Recognizes addresses, and links to other pages whose markup was lost. */
final class Links {
  /** Opens the address of a picture in an embedded post. */
  static final String PICTURE_ADDRESS = "pic.twitter.com/";

  private static final List<String> ADDRESS_OPENINGS =
      List.of("http://", "https://", "www.", PICTURE_ADDRESS, "t.co/");

  private static final Set<String> NEIGHBOR_LABELS = LexiconFiles.union(Section.NEIGHBOR_LABELS);

  private static final Set<String> LINK_OPENINGS = LexiconFiles.union(Section.LINK_OPENINGS);

  private Links() {}

  /** Returns whether a line is a single address. */
  static boolean isAddress(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (WhiteSpace.isWhiteSpace(text.charAt(i))) {
        return false;
      }
    }
    for (String opening : ADDRESS_OPENINGS) {
      if (text.startsWith(opening, start)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the start of a mail address that ends a line, with any bracket; {@code end} if none.
   */
  static int mailStart(String text, int start, int end) {
    int word = end;
    boolean at = false;
    boolean dot = false;
    while (word > start && !WhiteSpace.isWhiteSpace(text.charAt(word - 1))) {
      word--;
      dot |= !at && text.charAt(word) == '.' && word + 1 < end;
      at |= text.charAt(word) == '@' && word > start;
    }
    return at && dot ? word : end;
  }

  /** Returns whether the last word of a line is the address of a picture. */
  static boolean endsInPictureAddress(String text, int start, int end) {
    int word = end;
    while (word > start && !WhiteSpace.isWhiteSpace(text.charAt(word - 1))) {
      word--;
    }
    return text.startsWith(PICTURE_ADDRESS, word);
  }

  /**
   * Returns whether a range links to the previous or next article, with or without space after the
   * label: {@code Previous articleA Headline}.
   */
  static boolean isNeighbor(String text, int start, int end) {
    int after = start;
    for (String label : NEIGHBOR_LABELS) {
      if (text.regionMatches(true, start, label, 0, label.length())) {
        after = start + label.length();
      }
    }
    int next = WhiteSpace.skip(text, after, end);
    return after > start && next < end && !Character.isLowerCase(text.charAt(next));
  }

  /** Returns whether a range invites to follow a link and ends in an arrow: {@code Watch it »}. */
  static boolean endsInArrow(String text, int start, int end) {
    int last = end;
    while (last > start
        && (WhiteSpace.isWhiteSpace(text.charAt(last - 1)) || text.charAt(last - 1) == '.')) {
      last--;
    }
    if (last == start || !Punctuation.isArrow(text.charAt(last - 1))) {
      return false;
    }
    int word = start;
    while (word < last && Character.isLetter(text.charAt(word))) {
      word++;
    }
    // Without an invitation the mark is a closing quotation mark.
    return LINK_OPENINGS.contains(text.substring(start, word).toLowerCase(Locale.ROOT));
  }
}
