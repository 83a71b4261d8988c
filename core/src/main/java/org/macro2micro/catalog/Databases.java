package org.macro2micro.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.macro2micro.dataset.CasmeTwoReader;
import org.macro2micro.dataset.CkPlusReader;
import org.macro2micro.dataset.ClipReader;
import org.macro2micro.dataset.CompositeReader;
import org.macro2micro.dataset.FlowImageReader;
import org.macro2micro.dataset.MmiReader;
import org.macro2micro.dataset.SammReader;
import org.macro2micro.dataset.SmicReader;

/** The databases this program reads. */
public enum Databases {
  /** CASME II. */
  CASME2(
      CasmeTwoReader.DATABASE,
      Kind.MICRO,
      "CASME II, spontaneous micro-expressions at 200 frames a second",
      "CASME2-coding*.xlsx beside Cropped/sub01/EP02_01f/reg_img46.jpg or"
          + " CASME2_RAW_selected/sub01/EP02_01f/img46.jpg",
      CasmeTwoReader::new),
  /** SMIC under the high-speed camera, which is the part that published tables use. */
  SMIC(
      SmicReader.DATABASE,
      Kind.MICRO,
      "SMIC HS, spontaneous micro-expressions at 100 frames a second",
      "SMIC_all_cropped/HS/s1/micro/negative/s1_ne_01/reg_image0001.bmp; or HS_long/SMIC_HS_E/s01"
          + " beside SMIC-HS-E*.xlsx",
      () -> new SmicReader(SmicReader.Camera.HS)),
  /** SMIC in visible light. */
  SMIC_VIS(
      SmicReader.Camera.VIS.shortName(),
      Kind.MICRO,
      "SMIC VIS, spontaneous micro-expressions at 25 frames a second",
      "SMIC_all_cropped/VIS/s11/micro/negative/s11_ne_01/reg_image0001.bmp; or"
          + " VIS_long/SMIC_VIS_E/s11 beside SMIC-VIS-E*.xlsx",
      () -> new SmicReader(SmicReader.Camera.VIS)),
  /** SMIC in near infrared. */
  SMIC_NIR(
      SmicReader.Camera.NIR.shortName(),
      Kind.MICRO,
      "SMIC NIR, spontaneous micro-expressions at 25 frames a second",
      "SMIC_all_cropped/NIR/s11/micro/negative/s11_ne_01/reg_image0001.bmp; or"
          + " NIR_long/SMIC_NIR_E/s11 beside SMIC-NIR-E*.xlsx",
      () -> new SmicReader(SmicReader.Camera.NIR)),
  /** SAMM. */
  SAMM(
      SammReader.DATABASE,
      Kind.MICRO,
      "SAMM, spontaneous micro-expressions at 200 frames a second, in grey",
      "SAMM_Micro_FACS_Codes_v2.xlsx beside 006/006_1_2/006_05562.jpg",
      SammReader::new),
  /** The three databases of the composite task, each in its own folder. */
  COMPOSITE(
      CompositeReader.DATABASE,
      Kind.MICRO,
      "CASME II, SMIC HS and SAMM together, the composite task of MEGC 2019",
      "the folders casme2/, smic/ and samm/ (or links to them) in one folder, each as above",
      CompositeReader::new),
  /** CK+. */
  CKPLUS(
      CkPlusReader.DATABASE,
      Kind.MACRO,
      "CK+, posed expressions from the neutral face to the peak",
      "cohn-kanade-images/S005/001/S005_001_00000001.png beside"
          + " Emotion/S005/001/S005_001_00000011_emotion.txt",
      CkPlusReader::new),
  /** MMI. */
  MMI(
      MmiReader.DATABASE,
      Kind.MACRO,
      "MMI, posed expressions as videos from the neutral face to the peak and back",
      "Sessions/1/S001-001.avi (mpg, mp4) beside session.xml, S001-001.xml and"
          + " S001-001-oao_aucs.xml",
      MmiReader::new),
  /** The 442 clips of MEGC 2019 as optical flow. */
  MER_FLOW(
      FlowImageReader.DATABASE,
      Kind.MICRO,
      "micro-expressions of CASME II, SMIC and SAMM as optical flow",
      "labels.csv beside onset-apex/casme2/sub01_EP02_01f.png and"
          + " apex-offset/casme2/sub01_EP02_01f.png; or STSTNet's"
          + " norm_u_v_os/sub01/u_test/1/sub01_EP02_01f .png",
      FlowImageReader::new);

  /** What kind of expression a database shows. */
  public enum Kind {
    /** Brief, suppressed expressions, which are to be recognised. */
    MICRO,
    /** Full expressions, which help to recognise the brief ones. */
    MACRO
  }

  private final String shortName;
  private final Kind kind;
  private final String title;
  private final String layout;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference, which has no state
  private final Supplier<? extends ClipReader> reader;

  Databases(
      String shortName,
      Kind kind,
      String title,
      String layout,
      Supplier<? extends ClipReader> reader) {
    this.shortName = shortName;
    this.kind = kind;
    this.title = title;
    this.layout = layout;
    this.reader = reader;
  }

  /** The name on the command line and in settings, such as "casme2". */
  public String shortName() {
    return shortName;
  }

  /** Whether it shows micro- or macro-expressions. */
  public Kind kind() {
    return kind;
  }

  /** Returns a description in a few words. */
  public String title() {
    return title;
  }

  /** The files its reader looks for. */
  public String layout() {
    return layout;
  }

  /**
   * Whether its clips go on after the apex, back to the neutral face, and are cut there: from
   * neutral to peak is what the paper takes of macro-expressions.
   */
  public boolean isCutAtApex() {
    return this == MMI;
  }

  /** Whether people coded the action units of its clips, or of some of them. */
  public boolean codesUnits() {
    return switch (this) {
      case CASME2, SAMM, COMPOSITE, CKPLUS, MMI -> true;
      case SMIC, SMIC_VIS, SMIC_NIR, MER_FLOW -> false;
    };
  }

  /** Returns a new reader. */
  public ClipReader reader() {
    return reader.get();
  }

  /**
   * The database of this short name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Databases byName(String name) {
    return Arrays.stream(values())
        .filter(database -> database.shortName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "database \"" + name + "\" is not known: expected one of " + names()));
  }

  /** All short names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Databases::shortName).toList();
  }
}
