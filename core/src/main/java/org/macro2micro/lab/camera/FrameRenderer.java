package org.macro2micro.lab.camera;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.random.RandomGenerator;
import org.macro2micro.lab.face.FacePainter;
import org.macro2micro.lab.face.Identity;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;

/**
 * Takes the pictures of one clip: paints the face larger than the frame (2 to 4 times) and lets the
 * {@link Sensor} average it down, so that a movement of a tenth of a pixel changes grey levels. Not
 * for use by two threads at once.
 */
public final class FrameRenderer {
  /** Pixels that the shorter side of the canvas should have at least. */
  private static final int CANVAS = 192;

  private final LabSettings settings;
  private final Identity who;
  private final Sensor sensor;
  private final BufferedImage canvas;
  private final int finer;

  /** A renderer of this person in this light; {@code grey} for a camera without colour. */
  public FrameRenderer(LabSettings settings, Identity who, Light light, boolean grey) {
    this.settings = settings;
    this.who = who;
    int shorter = Math.min(settings.width(), settings.height());
    this.finer = Math.max(2, Math.min(4, (CANVAS + shorter - 1) / shorter));
    this.canvas =
        new BufferedImage(
            settings.width() * finer, settings.height() * finer, BufferedImage.TYPE_INT_RGB);
    this.sensor =
        new Sensor(
            settings.width(),
            settings.height(),
            finer,
            light,
            settings.blur(),
            settings.noise(),
            grey);
  }

  /** The renderer of a clip of the database that the settings describe. */
  public static FrameRenderer of(LabSettings settings, CastClip clip) {
    RandomGenerator chance = settings.subjectSeed(clip.subject()).child("grey").random();
    boolean grey = chance.nextInt(6) >= 6 - settings.layout().studio().greyOfSix();
    return new FrameRenderer(
        settings, person(settings, clip.subject()), Light.of(settings, clip), grey);
  }

  /** The person whom a database calls {@code subject}. */
  public static Identity person(LabSettings settings, String subject) {
    return Identity.draw(
        settings.layout().people(), settings.subjectSeed(subject).child("identity").random());
  }

  /**
   * Takes a picture.
   *
   * @param noise where the sensor's noise comes from
   */
  public BufferedImage render(ClipPlan.Moment moment, RandomGenerator noise) {
    Graphics2D graphics = canvas.createGraphics();
    try {
      graphics.setPaint(settings.layout().studio().wall(canvas.getHeight()));
      graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
      graphics.scale(finer, finer);
      graphics.transform(view(settings));
      graphics.transform(moment.pose().transform());
      FacePainter.paint(graphics, who, moment.units(), moment.blink());
    } finally {
      graphics.dispose();
    }
    int[] pixels = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    return sensor.expose(pixels, noise);
  }

  /** The map from face units to frame pixels of a person who sits straight. */
  public static AffineTransform view(LabSettings settings) {
    double width = settings.width();
    double height = settings.height();
    AffineTransform view = AffineTransform.getTranslateInstance(width / 2, height / 2);
    switch (settings.framing()) {
      case CROPPED -> {
        double scale = Math.min(width / 1.12, height / 1.34);
        view.scale(scale, scale);
        view.translate(0, -.17);
      }
      case FULL -> {
        // Heads of about 220 pixels in frames of 640x490, with room for those who move.
        double scale = Math.min(width / 2.4, height / 2.25);
        view.scale(scale, scale);
        view.translate(0, -.08);
      }
    }
    return view;
  }
}
