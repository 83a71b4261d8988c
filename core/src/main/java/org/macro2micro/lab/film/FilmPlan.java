package org.macro2micro.lab.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.lab.film.FilmSettings.Rates;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.movement.Pose;
import org.macro2micro.lab.movement.Sway;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.Shuffle;
import org.macro2micro.seed.SeedPath;

/**
 * What happens in a long video. Expressions, speech and fast movements of the head follow each
 * other with rests between them, as annotators want them; blinks and twitches come at any time.
 *
 * @param stirs all movements
 * @param truth what an annotator would note, by onset
 * @param seat how the person sits
 * @param sway how the head drifts, in units of {@value #SWAY_SECONDS} seconds
 */
public record FilmPlan(List<Stir> stirs, List<FaceEvent> truth, Pose seat, Sway sway) {
  private static final double SWAY_SECONDS = 5;

  /** Root mean square of the drift, in face widths, in radians, and as a share of the size. */
  private static final double SWAY = .02;

  private static final double SEAT_SPREAD = .02;

  /** Least rest between two expressions, in seconds. */
  private static final double REST = .7;

  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.HAPPINESS,
          Emotion.DISGUST,
          Emotion.SURPRISE,
          Emotion.REPRESSION,
          Emotion.SADNESS,
          Emotion.FEAR,
          Emotion.ANGER,
          Emotion.CONTEMPT);

  /**
   * One movement: a smooth rise, a hold, a smooth fall.
   *
   * @param from seconds at which it begins
   * @param top seconds at which it is strongest
   * @param held seconds up to which it stays so
   * @param to seconds at which it is over
   * @param units at the top
   * @param blink at the top, 0 to 1
   * @param head pose at the top
   */
  record Stir(
      double from, double top, double held, double to, ActionUnits units, double blink, Pose head) {
    /** The share of the peak, 0 to 1. */
    double at(double seconds) {
      if (seconds <= from || seconds >= to) {
        return 0;
      }
      if (seconds < top) {
        return smoothStep((seconds - from) / (top - from));
      }
      return seconds <= held ? 1 : smoothStep((to - seconds) / (to - held));
    }

    Stir later(double seconds) {
      return new Stir(
          from + seconds, top + seconds, held + seconds, to + seconds, units, blink, head);
    }

    private static double smoothStep(double t) {
      return t * t * (3 - 2 * t);
    }
  }

  /** Movements that are noted as one event, beginning at 0. */
  private record Act(List<Stir> stirs, FaceEvent.Kind kind, String label) {
    double seconds() {
      return stirs.stream().mapToDouble(Stir::to).max().orElseThrow();
    }
  }

  public FilmPlan {
    stirs = List.copyOf(stirs);
    truth = truth.stream().sorted(Comparator.comparingInt(FaceEvent::onset)).toList();
  }

  /**
   * Plans a video.
   *
   * @throws IllegalArgumentException if more is to happen than there is time for
   */
  public static FilmPlan of(FilmSettings settings, int index) {
    SeedPath seed = settings.videoSeed(index);
    RandomGenerator random = seed.child("acts").random();
    Rates rates = settings.rates();
    Builder builder = new Builder(settings);
    List<Act> acts = new ArrayList<>();
    draw(rates.micros(), settings, random, () -> micro(random), acts);
    draw(rates.macros(), settings, random, () -> macro(random), acts);
    draw(rates.heads(), settings, random, () -> head(random), acts);
    draw(rates.talks(), settings, random, () -> talk(random), acts);
    builder.inTurn(Shuffle.of(acts, random), random);
    RandomGenerator chance = seed.child("distractors").random();
    builder.anyTime(rates.blinks(), chance, () -> blink(chance));
    builder.anyTime(rates.twitches(), chance, () -> twitch(chance));
    RandomGenerator motion = seed.child("motion").random();
    return new FilmPlan(
        builder.stirs, builder.truth, Pose.draw(motion, SEAT_SPREAD), Sway.draw(motion, SWAY));
  }

  /** The state of the face at a time. */
  public ClipPlan.Moment at(double seconds) {
    ActionUnits units = ActionUnits.none();
    double blink = 0;
    Pose pose = seat.plus(sway.at(seconds / SWAY_SECONDS));
    for (Stir stir : stirs) {
      double share = stir.at(seconds);
      if (share > 0) {
        units = units.plus(stir.units().scaled(share));
        blink = Math.max(blink, share * stir.blink());
        Pose head = stir.head();
        pose =
            pose.plus(new Pose(share * head.dx(), share * head.dy(), share * head.rotation(), 1));
      }
    }
    return new ClipPlan.Moment(units, blink, pose);
  }

  private interface Drawing {
    Act draw();
  }

  private static void draw(
      double rate, FilmSettings settings, RandomGenerator random, Drawing drawing, List<Act> acts) {
    int count = (int) (rate * settings.seconds() / 60 + random.nextDouble());
    for (int i = 0; i < count; i++) {
      acts.add(drawing.draw());
    }
  }

  private static Act micro(RandomGenerator random) {
    double seconds = uniform(random, .12, .5);
    double top = seconds * uniform(random, .35, .6);
    return expression(Intensity.MICRO, top, top, seconds, FaceEvent.Kind.MICRO, random);
  }

  private static Act macro(RandomGenerator random) {
    double seconds = uniform(random, .8, 3.5);
    double top = Math.min(.4 * seconds, uniform(random, .25, .6));
    double held = seconds - Math.min(.5 * seconds, uniform(random, .3, .9));
    return expression(Intensity.MACRO, top, held, seconds, FaceEvent.Kind.MACRO, random);
  }

  private static Act expression(
      Intensity range,
      double top,
      double held,
      double to,
      FaceEvent.Kind kind,
      RandomGenerator random) {
    Emotion emotion = EMOTIONS.get(random.nextInt(EMOTIONS.size()));
    ActionUnits units = ClipPlan.peak(emotion, range, random);
    return new Act(
        List.of(new Stir(0, top, held, to, units, 0, Pose.STRAIGHT)), kind, emotion.word());
  }

  private static Act blink(RandomGenerator random) {
    double seconds = uniform(random, .12, .35);
    double top = seconds * uniform(random, .3, .45);
    Stir stir = new Stir(0, top, top, seconds, ActionUnits.none(), 1, Pose.STRAIGHT);
    return new Act(List.of(stir), FaceEvent.Kind.BLINK, "");
  }

  private static Act twitch(RandomGenerator random) {
    double seconds = uniform(random, .2, 1.2);
    double top = seconds * uniform(random, .3, .6);
    ActionUnit[] all = ActionUnit.values();
    ActionUnit unit = all[random.nextInt(all.length)];
    Map<ActionUnit, Double> acting = Map.of(unit, uniform(random, .2, .6));
    ActionUnits units =
        switch (random.nextInt(4)) {
          case 0 -> new ActionUnits(acting, Map.of());
          case 1 -> new ActionUnits(Map.of(), acting);
          default -> ActionUnits.both(acting);
        };
    return new Act(
        List.of(new Stir(0, top, top, seconds, units, 0, Pose.STRAIGHT)),
        FaceEvent.Kind.TWITCH,
        units.numbers());
  }

  private static Act head(RandomGenerator random) {
    double seconds = uniform(random, .4, 1.5);
    double top = seconds * uniform(random, .3, .6);
    double angle = 2 * Math.PI * random.nextDouble();
    double far = uniform(random, .02, .10);
    Pose there =
        new Pose(
            far * StrictMath.cos(angle),
            far * StrictMath.sin(angle),
            uniform(random, -.08, .08),
            1);
    return new Act(
        List.of(new Stir(0, top, top, seconds, ActionUnits.none(), 0, there)),
        FaceEvent.Kind.HEAD,
        "");
  }

  private static Act talk(RandomGenerator random) {
    double seconds = uniform(random, 1.5, 5);
    List<Stir> syllables = new ArrayList<>();
    double from = 0;
    while (from < seconds) {
      double length = uniform(random, .2, .33);
      Map<ActionUnit, Double> mouth = new EnumMap<>(ActionUnit.class);
      mouth.put(ActionUnit.LIPS_PART, uniform(random, .5, 2));
      mouth.put(ActionUnit.JAW_DROP, uniform(random, .1, .8));
      if (random.nextBoolean()) {
        mouth.put(ActionUnit.LIP_STRETCHER, uniform(random, 0, .8));
      }
      ActionUnits units = ActionUnits.both(mouth);
      double top = from + length / 2;
      syllables.add(new Stir(from, top, top, from + length, units, 0, Pose.STRAIGHT));
      from += length * uniform(random, .8, 1.2);
    }
    return new Act(syllables, FaceEvent.Kind.TALK, "");
  }

  private static double uniform(RandomGenerator random, double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Places movements in time. */
  private static final class Builder {
    private final FilmSettings settings;
    private final List<Stir> stirs = new ArrayList<>();
    private final List<FaceEvent> truth = new ArrayList<>();

    Builder(FilmSettings settings) {
      this.settings = settings;
    }

    /** Places them one after the other; the time that is left is spread at random. */
    void inTurn(List<Act> acts, RandomGenerator random) {
      double busy = acts.stream().mapToDouble(act -> act.seconds() + REST).sum();
      double free = settings.seconds() - busy - REST;
      if (free < 0) {
        throw new IllegalArgumentException(
            "lab: %d expressions and movements take %.1f of %.1f seconds; set lower rates"
                .formatted(acts.size(), busy, settings.seconds()));
      }
      double[] places = random.doubles(acts.size()).map(u -> u * free).sorted().toArray();
      double used = REST;
      for (int i = 0; i < acts.size(); i++) {
        add(acts.get(i), used + places[i]);
        used += acts.get(i).seconds() + REST;
      }
    }

    /** Places blinks as people blink, at intervals that vary about their mean. */
    void anyTime(double rate, RandomGenerator random, Drawing drawing) {
      double mean = 60 / rate;
      double last = settings.seconds() - 1.0 / settings.framesPerSecond();
      double at = mean * random.nextDouble();
      while (at < last) {
        Act act = drawing.draw();
        if (at + act.seconds() < last) {
          add(act, at);
        }
        at += act.seconds() + mean * uniform(random, .4, 1.6);
      }
    }

    private void add(Act act, double from) {
      for (Stir stir : act.stirs()) {
        stirs.add(stir.later(from));
      }
      Stir first = act.stirs().get(0);
      truth.add(
          new FaceEvent(
              frame(from),
              frame(from + first.top()),
              frame(from + act.seconds()),
              act.kind(),
              act.label()));
    }

    private int frame(double seconds) {
      return (int) Math.round(seconds * settings.framesPerSecond());
    }
  }
}
