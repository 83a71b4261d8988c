package org.macro2micro.experiment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.macro2micro.loss.ContrastDomains;
import org.macro2micro.loss.LossTerm;

/**
 * A row of a table: terms of Eq. 8, which are the paper's method, or another method by its name.
 * Its text is the same wherever it is typed, printed or kept.
 */
public sealed interface Row {
  /**
   * L_c alone, without phase 3. Macro-expressions reach it only if MiNet starts from MaNet ({@code
   * init.from}), which is the default.
   */
  Row L_C = new OfTerms(EnumSet.of(LossTerm.CLASSIFICATION), false, ContrastDomains.BOTH);

  /**
   * A control that the paper lacks: phase 3 with L_c alone, as long as the other rows. What a row
   * gains over it, it owes to its terms; what it gains over L_c may be owed to further training.
   */
  Row CONTROL = new OfTerms(EnumSet.of(LossTerm.CLASSIFICATION), true, ContrastDomains.BOTH);

  /**
   * A control that the paper lacks: "c+con" whose L_con is over micro clips alone. What "c+con"
   * gains over it, it owes to the macro clips in its contrast.
   *
   * <p>It differs from "c+con" in this alone: the positives, negatives and denominators of Eq. 5 to
   * 7 hold no macro clip. Weights at the start, batches, steps, rates, augmentation, offsets of the
   * sampling intervals and lambda_4 are the same. Where MiNet starts from MaNet ({@code
   * init.from}), that start is all that macro clips give it, besides their number and classes,
   * which decide how many random numbers a step takes before its offsets. Where MiNet starts from
   * random weights, the row reads no macro database at all, and its offsets are other draws than
   * those of "c+con", from the same distribution.
   */
  Row MICRO_CONTRAST =
      new OfTerms(
          EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.CONTRASTIVE), true, ContrastDomains.MICRO);

  /**
   * All terms of the paper's Eq. 8, named so that a further term does not change them; the paper's
   * Tables 4 and 5 call this row "ours".
   */
  Row ALL_TERMS =
      OfTerms.with(
          LossTerm.SPATIAL_DOMAIN,
          LossTerm.SAMPLING_INTERVAL,
          LossTerm.TEMPORAL_DOMAIN,
          LossTerm.CONTRASTIVE);

  /** The six rows of the paper's ablation (Tables 2 and 3), in its order. */
  List<Row> PAPER_ROWS =
      List.of(
          L_C,
          OfTerms.with(LossTerm.SPATIAL_DOMAIN),
          OfTerms.with(LossTerm.SAMPLING_INTERVAL, LossTerm.TEMPORAL_DOMAIN),
          OfTerms.with(
              LossTerm.SPATIAL_DOMAIN, LossTerm.SAMPLING_INTERVAL, LossTerm.TEMPORAL_DOMAIN),
          OfTerms.with(LossTerm.CONTRASTIVE),
          ALL_TERMS);

  /**
   * The row with this text: "c" (L_c), "c-continued" and "c+con-micro" (the controls), "c+s" and
   * the like (symbols of {@link LossTerm}, c among them, in any order), or any other text that is
   * not blank, which is a method's name. Whether there is such a method is not known here.
   *
   * @throws IllegalArgumentException if the text is blank, or looks like terms (it holds a "+" or
   *     is a symbol) but has an unknown or doubled one, or lacks c
   */
  @JsonCreator
  static Row parse(String text) {
    return OfTerms.resembles(text) ? OfTerms.parse(text) : new OfMethod(text);
  }

  /** What texts are rows of terms, in words for errors. */
  static String expectedTerms() {
    String further =
        Arrays.stream(LossTerm.values())
            .filter(term -> term != LossTerm.CLASSIFICATION)
            .map(LossTerm::symbol)
            .collect(Collectors.joining(", "));
    return "%s, alone or with some of %s, joined by +, each once; or %s; or %s"
        .formatted(L_C, further, CONTROL, MICRO_CONTRAST);
  }

  /** The text that {@link #parse} reads. */
  @Override
  @JsonValue
  String toString();

  /** Whether it has a phase 3: every row of terms but L_c. */
  boolean isTransferred();

  /** The terms that it trains with, in their order; none for another method. */
  Set<LossTerm> terms();

  /** Whose clips its L_con sees, if it has one. */
  ContrastDomains contrast();

  /** The name of the other method; empty for terms. */
  Optional<String> method();

  /** Whether it is of the paper's own method, hence one of terms. */
  boolean isOfTerms();

  /**
   * Terms of Eq. 8.
   *
   * @param terms L_c among them; without a phase 3 it alone
   * @param isTransferred whether there is a phase 3
   * @param contrast whose clips L_con sees; both domains' unless the terms are L_c and L_con
   */
  record OfTerms(Set<LossTerm> terms, boolean isTransferred, ContrastDomains contrast)
      implements Row {
    private static final String PLUS = "+";
    private static final String CONTINUED = LossTerm.CLASSIFICATION.symbol() + "-continued";
    private static final String OF_MICRO = "-micro";
    private static final Set<LossTerm> CONTRASTED =
        Collections.unmodifiableSet(EnumSet.of(LossTerm.CLASSIFICATION, LossTerm.CONTRASTIVE));

    public OfTerms {
      EnumSet<LossTerm> ordered = EnumSet.noneOf(LossTerm.class);
      ordered.addAll(terms);
      terms = Collections.unmodifiableSet(ordered);
      if (!terms.contains(LossTerm.CLASSIFICATION) || (!isTransferred && terms.size() > 1)) {
        throw new IllegalArgumentException(
            "row of terms %s, phase 3: %s; expected L_c among them, and without phase 3 L_c alone"
                .formatted(terms, isTransferred));
      }
      if (contrast == ContrastDomains.MICRO && !terms.equals(CONTRASTED)) {
        throw new IllegalArgumentException(
            "row of terms %s with the contrast over micro clips alone; expected the terms %s"
                .formatted(terms, CONTRASTED));
      }
    }

    /** L_c and these, with a phase 3. */
    private static Row with(LossTerm... further) {
      return new OfTerms(EnumSet.of(LossTerm.CLASSIFICATION, further), true, ContrastDomains.BOTH);
    }

    /** Whether a text is meant as terms, rightly or not. */
    private static boolean resembles(String text) {
      return text.contains(PLUS) || text.equals(CONTINUED) || LossTerm.bySymbol(text).isPresent();
    }

    private static Row parse(String text) {
      if (text.equals(CONTINUED)) {
        return CONTROL;
      }
      if (text.equals(MICRO_CONTRAST.toString())) {
        return MICRO_CONTRAST;
      }
      EnumSet<LossTerm> terms = EnumSet.noneOf(LossTerm.class);
      for (String symbol : text.split("\\+", -1)) {
        if (!LossTerm.bySymbol(symbol).map(terms::add).orElse(false)) {
          throw refused(text);
        }
      }
      if (!terms.contains(LossTerm.CLASSIFICATION)) {
        throw refused(text);
      }
      return new OfTerms(terms, terms.size() > 1, ContrastDomains.BOTH);
    }

    private static IllegalArgumentException refused(String text) {
      return new IllegalArgumentException(
          "row \"%s\": expected %s; or a method's name".formatted(text, expectedTerms()));
    }

    @Override
    public Optional<String> method() {
      return Optional.empty();
    }

    @Override
    public boolean isOfTerms() {
      return true;
    }

    @Override
    public String toString() {
      if (isTransferred && terms.size() == 1) {
        return CONTINUED;
      }
      String symbols = terms.stream().map(LossTerm::symbol).collect(Collectors.joining(PLUS));
      return contrast == ContrastDomains.MICRO ? symbols + OF_MICRO : symbols;
    }
  }

  /**
   * Another method, of this product or of another program.
   *
   * @param name not blank, nor one that {@link #parse} takes for terms
   */
  record OfMethod(String name) implements Row {
    public OfMethod {
      if (name.isBlank() || OfTerms.resembles(name)) {
        throw OfTerms.refused(name);
      }
    }

    @Override
    public boolean isTransferred() {
      return false;
    }

    @Override
    public Set<LossTerm> terms() {
      return Set.of();
    }

    @Override
    public ContrastDomains contrast() {
      return ContrastDomains.BOTH;
    }

    @Override
    public Optional<String> method() {
      return Optional.of(name);
    }

    @Override
    public boolean isOfTerms() {
      return false;
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
