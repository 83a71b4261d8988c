package org.macro2micro.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Conditions that ArchUnit does not bring. */
final class ArchConditions {
  private ArchConditions() {}

  static ArchCondition<JavaClass> haveNoMutableFields() {
    return new ArchCondition<>("have no mutable fields") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        for (JavaField field : item.getFields()) {
          boolean fixed = field.getModifiers().contains(JavaModifier.FINAL);
          events.add(new SimpleConditionEvent(field, fixed, field.getFullName() + " is not final"));
        }
      }
    };
  }
}
