package org.macro2micro.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.macro2micro.descriptor.BiWoof;
import org.macro2micro.descriptor.Descriptor;
import org.macro2micro.descriptor.Fhofo;
import org.macro2micro.descriptor.HigoTop;
import org.macro2micro.descriptor.LbpSip;
import org.macro2micro.descriptor.LbpTop;
import org.macro2micro.descriptor.LearntDescriptor;
import org.macro2micro.descriptor.Stclqp;
import org.macro2micro.descriptor.StlbpIp;
import org.macro2micro.method.Method;
import org.macro2micro.method.deep.CapsuleNet;
import org.macro2micro.method.deep.DeepMethod;
import org.macro2micro.method.deep.DeepNetwork;
import org.macro2micro.method.deep.DeepSettings;
import org.macro2micro.method.deep.DualInceptionNet;
import org.macro2micro.method.deep.OffApexNet;
import org.macro2micro.method.deep.StstNet;
import org.macro2micro.method.handcrafted.FlowKernelMethod;
import org.macro2micro.method.handcrafted.HandcraftedMethod;

/** The methods, each once. */
public enum Methods {
  TWO_STREAM(
      "two-stream",
      "MiNet alone: ResNet18 on the apex frame and ResNet18 on all frames, fused (L_c)",
      "c",
      "micro clips as frames, differences or flow; an apex, annotated or assumed",
      "Xia and Wang, IJCAI 2021, section 2.2",
      null),
  MACRO_TO_MICRO(
      "macro-to-micro",
      "MiNet guided by MaNet: domain discriminators behind gradient reversal, sampling-interval classifier, contrastive term",
      "c with any of +s +sam +t +con",
      "the same, and macro clips in the same form",
      "Xia and Wang, IJCAI 2021, Eq. 1 to 8",
      null),
  LBP_TOP(
      "lbp-top",
      "local binary patterns on three orthogonal planes, linear SVM",
      "lbp-top",
      "micro clips as frames",
      "Zhao and Pietikainen, TPAMI 29(6), 2007; on micro-expressions Le Ngo, See and Phan, 2016",
      settings -> handcrafted("lbp-top", new LbpTop(settings.handcrafted().lbpTop()), settings)),
  LBP_SIP(
      "lbp-sip",
      "local binary patterns of six intersection points, linear SVM",
      "lbp-sip",
      "micro clips as frames",
      "Wang, See, Phan and Oh, ACCV 2014",
      settings -> handcrafted("lbp-sip", new LbpSip(settings.handcrafted().lbpSip()), settings)),
  STLBP_IP(
      "stlbp-ip",
      "spatiotemporal local binary patterns of integral projections, linear SVM",
      "stlbp-ip",
      "micro clips as frames",
      "Huang, Wang, Zhao and Pietikainen, ICCV Workshops 2015",
      settings -> handcrafted("stlbp-ip", new StlbpIp(settings.handcrafted().stlbpIp()), settings)),
  STCLQP(
      "stclqp",
      "spatiotemporal completed local quantised patterns, linear SVM",
      "stclqp",
      "micro clips as frames",
      "Huang, Zhao, Hong, Zheng and Pietikainen, Neurocomputing 175, 2016",
      settings -> handcrafted("stclqp", new Stclqp(settings.handcrafted().stclqp()), settings)),
  HIGO_TOP(
      "higo-top",
      "histograms of image gradient orientation on three orthogonal planes, linear SVM",
      "higo-top",
      "micro clips as frames",
      "Li et al., IEEE Transactions on Affective Computing 9(4), 2018 (first 2017)",
      settings -> handcrafted("higo-top", new HigoTop(settings.handcrafted().higoTop()), settings)),
  FHOFO(
      "fhofo",
      "fuzzy histograms of optical flow orientations, linear SVM",
      "fhofo",
      "micro clips as frames",
      "Happy and Routray, IEEE Transactions on Affective Computing 10(3), 2019 (first 2017)",
      settings -> handcrafted("fhofo", new Fhofo(settings.handcrafted().fhofo()), settings)),
  BI_WOOF(
      "bi-woof",
      "bi-weighted oriented optical flow from onset to apex, linear SVM",
      "bi-woof",
      "micro clips as frames; an apex, annotated or assumed",
      "Liong, See, Wong and Phan, Signal Processing: Image Communication 62, 2018",
      settings -> handcrafted("bi-woof", new BiWoof(settings.handcrafted().biWoof()), settings)),
  OFF_APEX_NET(
      "off-apexnet",
      "two shallow streams on horizontal and vertical flow from onset to apex",
      "off-apexnet",
      "micro clips as flow",
      "Gan, Liong, Yau, Huang and Tan, Signal Processing: Image Communication 74, 2019",
      settings -> deep("off-apexnet", OffApexNet::new, settings.deep().offApexnet(), settings)),
  STST_NET(
      "ststnet",
      "three shallow streams on horizontal flow, vertical flow and strain",
      "ststnet",
      "micro clips as flow",
      "Liong, Gan, See, Khor and Huang, FG 2019",
      settings -> deep("ststnet", StstNet::new, settings.deep().ststnet(), settings)),
  DUAL_INCEPTION(
      "dual-inception",
      "two Inception streams on horizontal and vertical flow",
      "dual-inception",
      "micro clips as flow",
      "Zhou, Mao and Xue, FG 2019",
      settings ->
          deep("dual-inception", DualInceptionNet::new, settings.deep().dualInception(), settings)),
  CAPSULE_NET(
      "capsulenet",
      "capsules with dynamic routing on the apex frame",
      "capsulenet",
      "micro clips as frames, differences or flow; an apex, annotated or assumed",
      "Van Quang, Chun and Tokuyama, FG 2019; Sabour, Frosst and Hinton, NIPS 2017",
      settings ->
          deep(
              "capsulenet",
              classes -> new CapsuleNet(classes, settings.size()),
              settings.deep().capsulenet(),
              settings)),
  FLOW_KERNEL(
      "flow-kernel",
      "support vector machines with a Gaussian kernel on flow as it comes, and centred and blind to left and right",
      "flow-kernel",
      "micro clips as flow",
      "this project's own, 2026: docs/results/mer-flow.md",
      settings -> new FlowKernelMethod(settings.handcrafted().flowKernel()));

  private final String label;
  private final String title;
  private final String rows;
  private final String needs;
  private final String citation;

  @SuppressWarnings("ImmutableEnumChecker") // references to constructors, without state
  private final @Nullable Function<MethodSettings, Method> maker;

  Methods(
      String label,
      String title,
      String rows,
      String needs,
      String citation,
      @Nullable Function<MethodSettings, Method> maker) {
    this.label = label;
    this.title = title;
    this.rows = rows;
    this.needs = needs;
    this.citation = citation;
    this.maker = maker;
  }

  private static Method handcrafted(String name, Descriptor descriptor, MethodSettings settings) {
    return new HandcraftedMethod(name, descriptor, settings.handcrafted().svm());
  }

  private static Method handcrafted(
      String name, LearntDescriptor descriptor, MethodSettings settings) {
    return new HandcraftedMethod(name, descriptor, settings.handcrafted().svm());
  }

  private static Method deep(
      String name,
      IntFunction<? extends DeepNetwork> factory,
      DeepSettings training,
      MethodSettings settings) {
    return new DeepMethod(name, factory, training, settings.deepAugmentation());
  }

  /** The method that a row of an experiment names, such as "lbp-top"; the ablation's have none. */
  public static Optional<Methods> named(String row) {
    return Arrays.stream(values())
        .filter(method -> method.isRow() && method.rows.equals(row))
        .findFirst();
  }

  /** All that {@link #named} finds. */
  public static List<String> rowNames() {
    return Arrays.stream(values()).filter(Methods::isRow).map(Methods::label).toList();
  }

  /** Whether its name is the name of its row. */
  private boolean isRow() {
    return rows.equals(label);
  }

  /**
   * The method with these settings.
   *
   * @throws IllegalStateException if it is one of the ablation's, which rows of terms make
   */
  public Method with(MethodSettings settings) {
    if (maker == null) {
      throw new IllegalStateException(label + " is made of the terms of a row, not by its name");
    }
    return maker.apply(settings);
  }

  /** Epochs of one training; 0 for a method without epochs, or for the ablation's. */
  public int epochs(DeepChoices deep) {
    return switch (this) {
      case OFF_APEX_NET -> deep.offApexnet().epochs();
      case STST_NET -> deep.ststnet().epochs();
      case DUAL_INCEPTION -> deep.dualInception().epochs();
      case CAPSULE_NET -> deep.capsulenet().epochs();
      default -> 0;
    };
  }

  /** Whether the paper has it, as its own or as one it compares with. */
  public boolean isOfThePaper() {
    return this != FLOW_KERNEL;
  }

  /** Its name, such as "macro-to-micro". */
  public String label() {
    return label;
  }

  /** What it is, in a line. */
  public String title() {
    return title;
  }

  /** The rows of an experiment that are this method. */
  public String rows() {
    return rows;
  }

  /** What it needs to be given. */
  public String needs() {
    return needs;
  }

  /** Where it comes from. */
  public String citation() {
    return citation;
  }
}
