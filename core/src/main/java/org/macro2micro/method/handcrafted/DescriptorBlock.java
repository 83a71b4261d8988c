package org.macro2micro.method.handcrafted;

/** The settings of a descriptor and of the machines that learn on it: one block. */
public interface DescriptorBlock {
  /** The choices of the support vector machines. */
  SvmSettings svm();
}
