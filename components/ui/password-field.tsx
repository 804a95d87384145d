"use client";

import { type ComponentProps, useState } from "react";
import { Field, type FieldProps, InputControl } from "./field";
import { fieldPropsOf } from "./field-props";

type Props = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps | "type">;

export function PasswordField(props: Props) {
  const [shown, setShown] = useState(false);
  const [field, control] = fieldPropsOf(props);
  return (
    <Field {...field}>
      <div className="relative">
        <InputControl
          spellCheck={false}
          autoCapitalize="none"
          {...control}
          type={shown ? "text" : "password"}
          className="pr-16"
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label="Hiện ký tự đang gõ"
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 min-w-14 rounded-md px-3 text-sm font-medium text-accent hover:text-accent-hover"
        >
          {shown ? "Ẩn" : "Hiện"}
        </button>
      </div>
    </Field>
  );
}
