package org.macro2micro.lab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.seed.SeedPath;

/** The list of a database's clips before any is drawn: who shows what in which clip. */
public final class Roster {
  private static final int OTHERS_ONLY_CLIPS = 5;

  private final LabSettings settings;
  private final Official official;
  private final SeedPath seed;
  private final List<List<Optional<Emotion>>> bySubject = new ArrayList<>();

  private Roster(LabSettings settings) {
    this.settings = settings;
    this.official = Official.of(settings.layout());
    this.seed = settings.databaseSeed().child("roster");
    for (int i = 0; i < settings.subjects(); i++) {
      bySubject.add(new ArrayList<>());
    }
  }

  /** The clips of a database, by subject, then by name. */
  public static List<CastClip> of(LabSettings settings) {
    Roster roster = new Roster(settings);
    if (settings.pitfalls()) {
      roster.dealAsOfficially();
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

  private void dealAsOfficially() {
    Set<Emotion> inCompositeTask = EnumSet.copyOf(settings.layout().emotions());
    inCompositeTask.removeAll(settings.layout().leftOutOfCompositeTask());
    RandomGenerator random = seed.child("deal").random();
    List<Optional<Emotion>> pool = Shuffle.of(labels(), random);
    for (int subject = 0; subject < bySubject.size(); subject++) {
      List<Optional<Emotion>> own = bySubject.get(subject);
      for (int i = 0; i < planted(subject).size(); i++) {
        own.add(take(pool, official.plantedShow()));
      }
      if (official.othersOnly().contains(subject)) {
        for (int i = 0; i < OTHERS_ONLY_CLIPS; i++) {
          own.add(take(pool, EnumSet.of(Emotion.OTHER)));
        }
      } else {
        own.add(take(pool, inCompositeTask));
      }
    }
    while (!pool.isEmpty()) {
      int subject = random.nextInt(bySubject.size());
      if (!official.othersOnly().contains(subject)) {
        bySubject.get(subject).add(pool.remove(pool.size() - 1));
      }
    }
  }

  private List<String> planted(int subject) {
    return settings.pitfalls() ? official.planted().getOrDefault(subject, List.of()) : List.of();
  }

  private static Optional<Emotion> take(List<Optional<Emotion>> pool, Set<Emotion> wanted) {
    for (int i = 0; i < pool.size(); i++) {
      if (pool.get(i).filter(wanted::contains).isPresent()) {
        return pool.remove(i);
      }
    }
    throw new AssertionError("the official counts have enough of " + wanted);
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
      String subject = RosterNames.subject(settings.layout(), i);
      RandomGenerator random = seed.child("names").child(subject).random();
      RosterNames names = new RosterNames(settings.layout(), subject, random);
      List<Optional<Emotion>> own = bySubject.get(i);
      // Planted clips are the subject's first labels; the others are shuffled so that names and
      // emotions are unrelated.
      List<String> planted = planted(i);
      for (int k = 0; k < planted.size(); k++) {
        names.reserve(planted.get(k));
        cast.add(new CastClip(subject, planted.get(k), own.get(k), lengths.get(cast.size())));
      }
      for (Optional<Emotion> label : Shuffle.of(own.subList(planted.size(), own.size()), random)) {
        cast.add(new CastClip(subject, names.next(label), label, lengths.get(cast.size())));
      }
    }
    cast.sort(Comparator.comparing(CastClip::subject).thenComparing(CastClip::name));
    return cast;
  }
}
