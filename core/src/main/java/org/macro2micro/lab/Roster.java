package org.macro2micro.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.seed.SeedPath;

/** Who shows what in which clip: the list of a database's clips before any is drawn. */
final class Roster {
  /** Negatives that the scheme of MEGC 2019 leaves out, with their subjects' positions. */
  private static final Map<Integer, String> LEFT_OUT = Map.of(3, "EP12_01f", 4, "EP09_05f");

  /** Positions of the two people of CASME II that no clip of the MEGC 2019 task shows. */
  private static final Set<Integer> OTHERS_ONLY = Set.of(9, 17);

  private static final int OTHERS_ONLY_CLIPS = 5;
  private static final Set<Emotion> IN_COMPOSITE_TASK =
      EnumSet.of(Emotion.HAPPINESS, Emotion.SURPRISE, Emotion.DISGUST, Emotion.REPRESSION);

  private final LabSettings settings;
  private final SeedPath seed;
  private final List<List<Optional<Emotion>>> bySubject = new ArrayList<>();

  private Roster(LabSettings settings) {
    this.settings = settings;
    this.seed = settings.databaseSeed().child("roster");
    for (int i = 0; i < settings.subjects(); i++) {
      bySubject.add(new ArrayList<>());
    }
  }

  /** The clips of a database, by subject, then by name. */
  static List<CastClip> of(LabSettings settings) {
    Roster roster = new Roster(settings);
    if (settings.pitfalls()) {
      roster.dealAsInCasmeTwo();
    } else {
      roster.dealEvenly();
    }
    return roster.named();
  }

  private void dealEvenly() {
    int next = 0;
    for (Optional<Emotion> label : labels()) {
      bySubject.get(next).add(label);
      next = (next + 1) % bySubject.size();
    }
  }

  private void dealAsInCasmeTwo() {
    RandomGenerator random = seed.child("deal").random();
    List<Optional<Emotion>> pool = Shuffle.of(labels(), random);
    for (int subject = 0; subject < bySubject.size(); subject++) {
      List<Optional<Emotion>> own = bySubject.get(subject);
      if (LEFT_OUT.containsKey(subject)) {
        own.add(take(pool, EnumSet.of(Emotion.DISGUST)));
      }
      if (OTHERS_ONLY.contains(subject)) {
        for (int i = 0; i < OTHERS_ONLY_CLIPS; i++) {
          own.add(take(pool, EnumSet.of(Emotion.OTHER)));
        }
      } else {
        own.add(take(pool, IN_COMPOSITE_TASK));
      }
    }
    while (!pool.isEmpty()) {
      int subject = random.nextInt(bySubject.size());
      if (!OTHERS_ONLY.contains(subject)) {
        bySubject.get(subject).add(pool.remove(pool.size() - 1));
      }
    }
  }

  private static Optional<Emotion> take(List<Optional<Emotion>> pool, Set<Emotion> wanted) {
    for (int i = 0; i < pool.size(); i++) {
      if (pool.get(i).filter(wanted::contains).isPresent()) {
        return pool.remove(i);
      }
    }
    throw new AssertionError("CASME II's counts have enough of " + wanted);
  }

  private List<Optional<Emotion>> labels() {
    List<Optional<Emotion>> labels = new ArrayList<>();
    settings
        .clips()
        .byEmotion()
        .forEach(
            (emotion, count) -> {
              for (int i = 0; i < count; i++) {
                labels.add(Optional.of(emotion));
              }
            });
    for (int i = 0; i < settings.clips().unlabelled(); i++) {
      labels.add(Optional.empty());
    }
    return labels;
  }

  private List<CastClip> named() {
    List<Integer> lengths =
        settings.frames().deal(settings.clips().total(), seed.child("lengths").random());
    List<CastClip> cast = new ArrayList<>();
    for (int i = 0; i < bySubject.size(); i++) {
      String subject = subjectName(i);
      Set<String> used = new TreeSet<>();
      RandomGenerator names = seed.child("names").child(subject).random();
      List<Optional<Emotion>> own = bySubject.get(i);
      // A planted clip is the subject's first label; the others are shuffled so that names and
      // emotions are unrelated.
      List<Optional<Emotion>> rest = own.subList(0, own.size());
      if (settings.pitfalls() && LEFT_OUT.containsKey(i)) {
        String name = LEFT_OUT.get(i);
        used.add(name.substring(0, 7));
        cast.add(new CastClip(subject, name, own.get(0), lengths.get(cast.size())));
        rest = own.subList(1, own.size());
      }
      for (Optional<Emotion> label : Shuffle.of(rest, names)) {
        String name = clipName(used, names);
        cast.add(new CastClip(subject, name, label, lengths.get(cast.size())));
      }
    }
    cast.sort(Comparator.comparing(CastClip::subject).thenComparing(CastClip::name));
    return cast;
  }

  /** CASME II counts its people from 1; CK+ numbers them with gaps, from S005 on. */
  private String subjectName(int position) {
    return switch (settings.layout()) {
      case CASME_TWO -> String.format(Locale.ROOT, "sub%02d", position + 1);
      case CK_PLUS -> String.format(Locale.ROOT, "S%03d", 5 + position + position / 4);
    };
  }

  /** CASME II names film and take, many with an f; CK+ counts sequences. */
  private String clipName(Set<String> used, RandomGenerator random) {
    if (settings.layout() == Layout.CK_PLUS) {
      String name = String.format(Locale.ROOT, "%03d", used.size() + 1);
      used.add(name);
      return name;
    }
    int film = random.nextInt(1, 20);
    String ending = random.nextDouble() < .7 ? "f" : "";
    int take = 1;
    String name = String.format(Locale.ROOT, "EP%02d_%02d", film, take);
    while (!used.add(name)) {
      take++;
      name = String.format(Locale.ROOT, "EP%02d_%02d", film, take);
    }
    return name + ending;
  }
}
