package org.macro2micro.lab.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Emotion;
import org.macro2micro.lab.movement.ActionUnit;
import org.macro2micro.lab.movement.ActionUnits;
import org.macro2micro.lab.movement.EmotionUnits;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.movement.Pose;
import org.macro2micro.lab.movement.Sway;
import org.macro2micro.seed.SeedPath;

/**
 * What happens in a clip: the expression, what distracts from it, and how the head moves. Clips run
 * onset, apex, offset, but in CK+ from neutral to peak; in MMI nothing is left at the end. Contempt
 * is one-sided, as it is in people: the other side moves a fifth as far.
 *
 * @param frames number of frames
 * @param apex position of the strongest frame
 * @param peak the units at the apex
 * @param residual share of the peak that is left at the last frame, if that is not the apex
 * @param twitches movements that mean nothing
 * @param blinks blinks
 * @param placement how the person sits
 * @param sway how the head drifts
 */
public record ClipPlan(
    int frames,
    int apex,
    ActionUnits peak,
    double residual,
    List<Twitch> twitches,
    List<Pulse> blinks,
    Pose placement,
    Sway sway) {
  private static final double WEAK_SIDE = .2;
  private static final double BLINK_SHARE = .25;

  /** How exactly people sit, and faces are cropped, at the start of a clip. */
  private static final double SEAT_SPREAD = .012;

  /** A smooth rise and fall about {@code centre}; times run from 0 to 1 over the clip. */
  record Pulse(double centre, double halfWidth) {
    /** Returns the value at a time: 0 outside, 1 at the centre. */
    double at(double time) {
      double away = Math.abs(time - centre) / halfWidth;
      return away >= 1 ? 0 : smoothStep(1 - away);
    }
  }

  record Twitch(ActionUnits units, Pulse pulse) {}

  /** What the face does in one frame; {@code blink} from 0 to 1. */
  public record Moment(ActionUnits units, double blink, Pose pose) {}

  public ClipPlan {
    twitches = List.copyOf(twitches);
    blinks = List.copyOf(blinks);
  }

  /** Plans a clip; depends on the settings and the clip's own names only. */
  public static ClipPlan of(LabSettings settings, CastClip clip) {
    SeedPath seed = settings.clipSeed(clip);
    RandomGenerator random = seed.child("plan").random();
    Emotion emotion = clip.emotion().orElse(Emotion.OTHER);
    int last = clip.frames() - 1;
    int apex = last;
    if (!settings.layout().endsAtApex()) {
      double place = .35 + .25 * random.nextDouble();
      apex = Math.max(1, Math.min(last - 1, (int) Math.round(place * last)));
    }
    ActionUnits peak = peak(EmotionUnits.shown(emotion, random), settings.intensity(), random);
    double left = settings.layout() == Layout.MMI ? 0 : .2;
    double residual = left * random.nextDouble();
    List<Twitch> twitches = new ArrayList<>();
    List<Pulse> blinks = new ArrayList<>();
    RandomGenerator chance = seed.child("distractors").random();
    int count = (int) (settings.distractors() * 2 * chance.nextDouble() + .5);
    for (int i = 0; i < count; i++) {
      if (chance.nextDouble() < BLINK_SHARE) {
        blinks.add(blink(apex / (double) Math.max(1, last), chance));
      } else {
        twitches.add(twitch(chance));
      }
    }
    RandomGenerator motion = seed.child("motion").random();
    return new ClipPlan(
        clip.frames(),
        apex,
        peak,
        residual,
        twitches,
        blinks,
        Pose.draw(motion, SEAT_SPREAD),
        Sway.draw(motion, settings.headMotion()));
  }

  /** The state of the face in a frame. */
  public Moment at(int frame) {
    double time = frames == 1 ? 0 : frame / (frames - 1.0);
    ActionUnits units = peak.scaled(strength(frame));
    for (Twitch twitch : twitches) {
      double now = twitch.pulse().at(time);
      if (now > 0) {
        units = units.plus(twitch.units().scaled(now));
      }
    }
    double blink = 0;
    for (Pulse pulse : blinks) {
      blink = Math.max(blink, pulse.at(time));
    }
    return new Moment(units, blink, placement.plus(sway.at(time)));
  }

  /** Share of the peak in a frame: 0 at the onset, 1 at the apex. */
  public double strength(int frame) {
    if (frame <= apex) {
      return apex == 0 ? 1 : smoothStep(frame / (double) apex);
    }
    double fallen = (frame - apex) / (double) (frames - 1 - apex);
    return 1 - (1 - residual) * smoothStep(fallen);
  }

  /** The units of an emotion at their strongest, a little stronger on one side than the other. */
  public static ActionUnits peak(Emotion emotion, Intensity range, RandomGenerator random) {
    Map<ActionUnit, Double> left = new EnumMap<>(ActionUnit.class);
    Map<ActionUnit, Double> right = new EnumMap<>(ActionUnit.class);
    double lean = .1 * (2 * random.nextDouble() - 1);
    boolean leftLeads = random.nextBoolean();
    for (ActionUnit unit : EmotionUnits.draw(emotion, random)) {
      double strength =
          EmotionUnits.strength(emotion)
              * (range.from() + (range.to() - range.from()) * random.nextDouble());
      boolean oneSided = emotion == Emotion.CONTEMPT;
      left.put(unit, bounded(strength * (oneSided && !leftLeads ? WEAK_SIDE : 1 + lean)));
      right.put(unit, bounded(strength * (oneSided && leftLeads ? WEAK_SIDE : 1 - lean)));
    }
    return new ActionUnits(left, right);
  }

  /**
   * Draws a blink that does not cover the apex, since nobody annotates a frame with shut eyes as
   * the peak.
   */
  private static Pulse blink(double apexTime, RandomGenerator random) {
    double centre = random.nextDouble();
    double halfWidth = .10 + .06 * random.nextDouble();
    if (Math.abs(centre - apexTime) < halfWidth) {
      centre = apexTime + (centre < apexTime ? -halfWidth : halfWidth);
    }
    return new Pulse(centre, halfWidth);
  }

  private static Twitch twitch(RandomGenerator random) {
    ActionUnit[] all = ActionUnit.values();
    Map<ActionUnit, Double> acting =
        Map.of(all[random.nextInt(all.length)], .2 + .6 * random.nextDouble());
    Pulse pulse = new Pulse(random.nextDouble(), .15 + .25 * random.nextDouble());
    return switch (random.nextInt(4)) {
      case 0 -> new Twitch(new ActionUnits(acting, Map.of()), pulse);
      case 1 -> new Twitch(new ActionUnits(Map.of(), acting), pulse);
      default -> new Twitch(ActionUnits.both(acting), pulse);
    };
  }

  private static double bounded(double intensity) {
    return Math.min(ActionUnits.FULL, intensity);
  }

  private static double smoothStep(double t) {
    return t * t * (3 - 2 * t);
  }
}
