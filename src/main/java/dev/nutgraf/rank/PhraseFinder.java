package dev.nutgraf.rank;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.PhraseLexicon;
import dev.nutgraf.lexicon.PhraseLexicon.Role;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names and noun phrases without a part-of-speech tagger, in two linear passes over the
 * candidate sentences.
 *
 * <p>The first pass counts how each term is used: with a capital inside sentences, before a
 * lower-case word as adjectives are, and as the head of a noun phrase, which extends from a
 * determiner or preposition to the next stop word, verb or punctuation mark. The second pass
 * collects candidates:
 *
 * <ul>
 *   <li>a name is a run of capitalized words, with particles between them; a person's title before
 *       it, and everything before the title, isn't part of it;
 *   <li>a noun is a word that is the head of a noun phrase somewhere in the article;
 *   <li>a noun phrase has two or three words with a noun as its head.
 * </ul>
 *
 * <p>Where a language capitalizes all nouns, capitals show the nouns. Where the lexicon lists no
 * words that open a noun phrase, every word counts as a noun. A possessive ending ends a name, and
 * a phrase contains hyphenated words as a whole.
 */
final class PhraseFinder {
  private static final int MAX_NAME_WORDS = 5;
  private static final int MAX_WORDS = 3;

  /** Distinct candidates of several words, to bound the memory that a huge article takes. */
  private static final int MAX_CANDIDATES = 1 << 14;

  /** Longest particle of a name, in characters. */
  private static final int MAX_PARTICLE = 4;

  /** Shortest noun, in characters. */
  private static final int MIN_NOUN = 3;

  /** Multiplier of the hash that identifies a sequence of terms: 2^64 by the golden ratio. */
  private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;

  // Bits that describe a token.
  private static final int CONTENT = 1; // may be part of a phrase
  private static final int CAPITAL = 2;
  private static final int OPENS = 4; // a capital may be that of the sentence or quotation
  private static final int ADJOINS = 8; // one space or hyphen separates it from the token before
  private static final int HYPHENATED = 16; // that is a hyphen
  private static final int PLAIN = 32; // content without a role

  private final AnalyzedText text;
  private final Terms terms;
  private final Lexicon lexicon;
  private final PhraseLexicon phrases;
  private final String all;
  private final float[] weight;
  private final float threshold;
  private final byte[] bits;
  private final boolean nounsHaveCapitals;
  private final boolean adjectivesFollow;
  private final boolean spacesSyllables;
  private final boolean listsOpenings;

  // By term.
  private final Role[] roles;
  private final int[] capitals;
  private final int[] lowerCase;
  private final int[] heads;

  /** Number of uses as a noun minus the number of uses before one, both with a capital. */
  private final int[] independence;

  private final Candidate[] single;

  /** Candidates of several words, by the hash of their terms. */
  private final Map<Long, Candidate> sequences = new HashMap<>();

  /** A candidate: a sequence of terms and how the article uses it. */
  static final class Candidate implements Comparable<Candidate> {
    /** Number of tokens. */
    final int length;

    /** Whether it is a run of capitalized words. */
    final boolean name;

    /** First token of the first occurrence. */
    final int firstToken;

    /** First token of the occurrence that shows its spelling inside a sentence. */
    int shownToken;

    int count;
    double score;

    private Candidate(int length, boolean name, int token) {
      this.length = length;
      this.name = name;
      this.firstToken = token;
      this.shownToken = token;
    }

    /** Orders by falling score, then by position, the longer one first. */
    @Override
    public int compareTo(Candidate other) {
      int order = Double.compare(other.score, score);
      order = order != 0 ? order : Integer.compare(firstToken, other.firstToken);
      return order != 0 ? order : Integer.compare(other.length, length);
    }
  }

  /**
   * Creates a finder.
   *
   * @param weight by term, its importance; 0 for stop words
   * @param threshold least weight of a word outside names, and of the first or last word of a name
   */
  PhraseFinder(AnalyzedText text, float[] weight, float threshold) {
    this.text = text;
    this.terms = text.terms();
    this.lexicon = text.lexicon();
    this.phrases = lexicon.phrases();
    this.nounsHaveCapitals = phrases.capitalizesNouns();
    this.adjectivesFollow = phrases.adjectivesFollow();
    this.spacesSyllables = phrases.spacesSyllables();
    this.listsOpenings = phrases.listsOpenings();
    this.all = text.article().text();
    this.weight = weight;
    this.threshold = threshold;
    this.bits = new byte[terms.tokenCount() + 1];
    int count = terms.termCount();
    this.roles = new Role[count];
    for (int term = 0; term < count; term++) {
      roles[term] = phrases.role(terms.stem(term));
    }
    this.capitals = new int[count];
    this.lowerCase = new int[count];
    this.heads = new int[count];
    this.independence = new int[count];
    this.single = new Candidate[count];
  }

  /** Returns the candidates in no particular order. */
  List<Candidate> find() {
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        describe(terms.firstToken(s), terms.firstToken(s + 1));
        countUses(terms.firstToken(s), terms.firstToken(s + 1));
      }
    }
    for (int s = 0; s < terms.sentenceCount(); s++) {
      if (text.sentences().get(s).isCandidate()) {
        collect(terms.firstToken(s), terms.firstToken(s + 1));
      }
    }
    List<Candidate> found = new ArrayList<>(sequences.values());
    for (Candidate candidate : single) {
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  private void describe(int from, int to) {
    for (int t = from; t < to; t++) {
      int term = terms.term(t);
      int start = terms.start(t);
      char first = all.charAt(start);
      int described = 0;
      if (t > from && start == terms.end(t - 1) + 1) {
        char gap = all.charAt(start - 1);
        described = gap == '-' ? ADJOINS | HYPHENATED : gap == ' ' || gap == '\u00A0' ? ADJOINS : 0;
      }
      if (Letters.isUpper(first)) {
        described |= t == from || isOpened(start) ? CAPITAL | OPENS : CAPITAL;
        capitals[term] += (described & OPENS) == 0 ? 1 : 0;
      } else {
        lowerCase[term]++;
      }
      boolean hyphenatedNumber = (described & HYPHENATED) != 0 && Letters.isDigit(first);
      if (!terms.isStopWord(term) && (hyphenatedNumber || Letters.isLetter(first))) {
        described |= ofRole(roles[term]);
      }
      bits[t] = (byte) described;
    }
  }

  private static int ofRole(Role role) {
    return role == Role.NONE ? CONTENT | PLAIN : role == Role.TITLE ? CONTENT : 0;
  }

  /** Returns whether a quotation mark or the end of a clause stands before the position. */
  private boolean isOpened(int start) {
    char c = all.charAt(start - 1);
    if (c == ' ' && start > 1) {
      c = all.charAt(start - 2);
      return c == ':' || c == '.' || c == '?' || c == '!' || c == '-' || c == '–' || c == '—';
    }
    return "\"“‘«„'".indexOf(c) >= 0;
  }

  private void countUses(int from, int to) {
    int start = -1; // of the words since a determiner or preposition
    Role opening = Role.NONE;
    for (int t = from; t < to; t++) {
      int term = terms.term(t);
      if (!is(t, CONTENT)) {
        opening = roles[term];
        boolean opens =
            opening == Role.DETERMINER || opening == Role.PREPOSITION || opening == Role.CONNECTOR;
        start = opens ? t + 1 : -1;
        continue;
      }
      if (!is(t, ADJOINS)) {
        start = -1;
      }
      if (start < 0 && !is(t, CAPITAL)) {
        continue;
      }
      boolean ends = endsPhrase(t, to);
      if (is(t, CAPITAL)) {
        independence[term] += ends ? 1 : is(t + 1, CAPITAL) ? 0 : -1;
      }
      if (start >= 0 && ends && (isDetermined(t, start) || !isVerbal(t))) {
        heads[terms.term(adjectivesFollow ? start : t)]++;
      }
    }
  }

  /** Returns whether a phrase that includes the token can't extend to the next one. */
  private boolean endsPhrase(int token, int to) {
    return !continues(token + 1, to) || isVerbal(token + 1) || isPossessive(token);
  }

  private boolean continues(int token, int to) {
    return token < to && (bits[token] & (CONTENT | ADJOINS)) == (CONTENT | ADJOINS);
  }

  private boolean isVerbal(int token) {
    return phrases.hasVerbalEnding(all, terms.start(token), terms.end(token));
  }

  private void collect(int from, int to) {
    int t = from;
    while (t < to) {
      if (isNamePart(t, to)) {
        t = collectName(t, to);
      } else {
        if (is(t, PLAIN)) {
          collectPhrases(t, t, to);
        }
        t++;
      }
    }
  }

  /** Collects the names of a run of capitalized words and returns the token after it. */
  private int collectName(int first, int to) {
    int start = first;
    int end = first + 1;
    boolean plain = is(first, PLAIN);
    if (roles[terms.term(first)] == Role.TITLE) {
      start = end;
    }
    while (end < to && !isPossessive(end - 1) && !isDetermined(end - 1)) {
      int next = end;
      while (next < to && next - end < 2 && is(next, ADJOINS) && isConnector(next)) {
        next++;
      }
      boolean number = next < to && next == end && is(next, HYPHENATED) && isNumber(next);
      if (next == to || !is(next, ADJOINS) || !(number || isNamePart(next, to))) {
        break;
      }
      boolean afterTitle = start == end;
      if (next > end && !afterTitle && nounsHaveCapitals) {
        break;
      }
      end = next + 1;
      if (roles[terms.term(next)] == Role.TITLE || (afterTitle && next > start)) {
        start = end; // Secretary of State
        plain = false;
      }
      plain |= is(next, PLAIN);
    }
    if (start < end && plain) {
      addName(start, end, to);
    }
    if (start < end && continues(end, to) && !is(end, HYPHENATED) && !isPossessive(end - 1)) {
      collectPhrases(Math.max(start, end - MAX_WORDS + 1), end, to);
    }
    return end;
  }

  private void addName(int start, int end, int to) {
    int last = terms.term(end - 1);
    boolean single = end - start == 1;
    if (single ? is(start, PLAIN) && isName(start) : end - start <= MAX_NAME_WORDS) {
      if (independence[last] >= (single ? 0 : -1)) {
        add(start, end - start, true, to);
      }
    }
  }

  /** Returns whether the word by itself is a name, or a noun where all nouns have capitals. */
  private boolean isName(int token) {
    int term = terms.term(token);
    return terms.end(token) - terms.start(token) > 1
        && (lexicon.kinds(all, terms.start(token), terms.end(token)) & Lexicon.TITLE) == 0
        && (!nounsHaveCapitals || capitals[term] > lowerCase[term]);
  }

  /**
   * Collects the phrases that start at a token.
   *
   * @param lower first token after the name that opens the phrase; the start if there is none
   */
  private void collectPhrases(int start, int lower, int to) {
    if (nounsHaveCapitals) {
      return;
    }
    for (int t = lower; t < to && t - start < MAX_WORDS; t++) {
      int term = terms.term(t);
      if (!is(t, PLAIN)
          || weight[term] < threshold
          || (t > start && !is(t, ADJOINS))
          || (t > lower && isNamePart(t, to))) {
        return;
      }
      boolean hyphenated = is(t, HYPHENATED) || (t + 1 < to && is(t + 1, HYPHENATED));
      boolean verbal = !hyphenated && isVerbal(t);
      if (isHead(adjectivesFollow ? start : t) && (!verbal || isDetermined(t, start))) {
        if (t > start || isWord(t)) {
          add(start, t - start + 1, false, to);
        }
      }
      if (isPossessive(t) || (verbal && heads[term] == 0)) {
        return;
      }
    }
  }

  private boolean isHead(int token) {
    return !listsOpenings || heads[terms.term(token)] > 0;
  }

  private boolean isWord(int token) {
    return !spacesSyllables && terms.end(token) - terms.start(token) >= MIN_NOUN;
  }

  private void add(int start, int length, boolean name, int to) {
    int end = start + length;
    boolean light =
        weight[terms.term(start)] < threshold && weight[terms.term(end - 1)] < threshold;
    if (light || is(start, HYPHENATED) || (end < to && is(end, HYPHENATED))) {
      return;
    }
    Candidate candidate;
    if (length == 1) {
      candidate = single[terms.term(start)];
      if (candidate == null) {
        candidate = new Candidate(1, name, start);
        single[terms.term(start)] = candidate;
      }
    } else {
      long key = length;
      for (int t = start; t < end; t++) {
        key = (key ^ terms.term(t)) * HASH_FACTOR;
        key ^= key >>> Integer.SIZE;
      }
      candidate = sequences.get(key);
      if (candidate == null) {
        if (sequences.size() == MAX_CANDIDATES) {
          return;
        }
        candidate = new Candidate(length, name, start);
        sequences.put(key, candidate);
      }
    }
    candidate.count++;
    if (is(candidate.shownToken, OPENS) && !is(start, OPENS)) {
      candidate.shownToken = start;
    }
  }

  /** Returns whether a term of a full name stands for it: {@code Blinken}. */
  boolean isPartOfName(int term) {
    return roles[term] == Role.NONE && lowerCase[term] <= capitals[term];
  }

  private boolean isNamePart(int token, int to) {
    if ((bits[token] & (CONTENT | CAPITAL)) != (CONTENT | CAPITAL)) {
      return (bits[token] & (CAPITAL | OPENS)) == CAPITAL
          && roles[terms.term(token)] == Role.NON_KEYWORD;
    }
    if (!is(token, OPENS)) {
      return true;
    }
    int term = terms.term(token);
    return capitals[term] > lowerCase[term]
        || (lowerCase[term] == 0 && continues(token + 1, to) && is(token + 1, CAPITAL));
  }

  private boolean isConnector(int token) {
    if (is(token, CONTENT) && is(token, CAPITAL)) {
      return false;
    }
    return roles[terms.term(token)] == Role.CONNECTOR
        || (terms.end(token) - terms.start(token) <= MAX_PARTICLE
            && lexicon.isNameParticle(all, terms.start(token), terms.end(token)));
  }

  private boolean isNumber(int token) {
    return Letters.isDigit(all.charAt(terms.start(token)));
  }

  /** Returns whether the noun has an article, in a language that capitalizes all nouns. */
  private boolean isDetermined(int token) {
    return nounsHaveCapitals && isDetermined(token, token) && !isVerbal(token);
  }

  private boolean isDetermined(int token, int start) {
    return start == token && start > 0 && roles[terms.term(start - 1)] == Role.DETERMINER;
  }

  private boolean isPossessive(int token) {
    return Keywords.endWithoutPossessive(all, terms.start(token), terms.end(token))
        < terms.end(token);
  }

  private boolean is(int token, int bit) {
    return (bits[token] & bit) != 0;
  }
}
