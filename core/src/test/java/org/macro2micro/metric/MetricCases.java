package org.macro2micro.metric;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.macro2micro.clip.ClipId;
import org.macro2micro.seed.SeedPath;

/** Scored clips, written out and drawn, for the tests of this package. */
final class MetricCases {
  static final List<String> LABELS = List.of("negative", "positive", "surprise");
  static final SeedPath SEED = SeedPath.root(1).child("test");

  private MetricCases() {}

  /** One clip per pair "truth>predicted", each label by its first letter, dealt out to subjects. */
  static List<ScoredClip> clips(int subjects, String... pairs) {
    List<ScoredClip> clips = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      clips.add(
          new ScoredClip(
              ClipId.of("db", "s" + i % subjects, "c" + i),
              word(pairs[i].charAt(0)),
              word(pairs[i].charAt(2))));
    }
    return clips;
  }

  private static String word(char first) {
    return LABELS.stream().filter(label -> label.charAt(0) == first).findFirst().orElseThrow();
  }

  /** 1 to 40 clips of 1 to 6 subjects, any truth, any prediction. */
  static Arbitrary<List<ScoredClip>> anyClips() {
    Arbitrary<String> label = Arbitraries.of(LABELS);
    Arbitrary<Integer> subject = Arbitraries.integers().between(0, 5);
    return Combinators.combine(subject, label, label)
        .as((s, truth, predicted) -> List.of("s" + s, truth, predicted))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(
            rows -> {
              List<ScoredClip> clips = new ArrayList<>();
              for (List<String> row : rows) {
                ClipId id = ClipId.of("db", row.get(0), "c" + clips.size());
                clips.add(new ScoredClip(id, row.get(1), row.get(2)));
              }
              return clips;
            });
  }

  static List<ScoredClip> perfect(List<ScoredClip> clips) {
    return clips.stream().map(c -> new ScoredClip(c.id(), c.truth(), c.truth())).toList();
  }
}
