"use client";

import Image from "next/image";
import { type ChangeEvent, type ComponentProps, useEffect, useRef, useState } from "react";
import { Field, type FieldProps, InputControl } from "./field";
import { fieldPropsOf } from "./field-props";
import { Camera } from "./icons";

type Props = FieldProps & Omit<ComponentProps<"input">, keyof FieldProps | "type" | "ref">;

type Preview = { name: string; url: string };

const EDGE = 1600;

/**
 * Photos drawn anew before they are sent: small enough for a slow line, the right way up, and
 * without the place and device that a camera writes beside the picture.
 */
export function PhotoField(props: Props) {
  const [field, control] = fieldPropsOf(props);
  const [previews, setPreviews] = useState<Preview[]>([]);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => () => forgetAll(previews), [previews]);

  useEffect(() => {
    const form = input.current?.form;
    const forget = () => setPreviews([]);
    form?.addEventListener("reset", forget);
    return () => form?.removeEventListener("reset", forget);
  }, []);

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])];
    setBusy(true);
    const drawn = await Promise.all(chosen.map(redrawn));
    const list = new DataTransfer();
    for (const file of drawn) list.items.add(file);
    target.files = list.files;
    setPreviews(drawn.map((file) => ({ name: file.name, url: URL.createObjectURL(file) })));
    setBusy(false);
  }

  return (
    <Field {...field}>
      <div className="relative flex min-h-14 items-center justify-center gap-2 rounded-md border border-dashed border-line-strong bg-surface px-4 py-3 transition-colors hover:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
        <Camera aria-hidden className="size-5 text-ink-muted" />
        <span aria-hidden className="font-medium text-accent">
          {previews.length > 0 ? "Chọn ảnh khác" : "Chụp hoặc chọn ảnh"}
        </span>
        <InputControl
          {...control}
          ref={input}
          type="file"
          accept="image/*"
          onChange={choose}
          className="absolute inset-0 h-full cursor-pointer opacity-0 file:cursor-pointer"
        />
      </div>
      <p role="status" className="text-sm text-ink-muted empty:hidden">
        {statusOf(busy, previews.length)}
      </p>
      {previews.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {previews.map(({ name, url }) => (
            <li key={url}>
              <Image
                src={url}
                alt={name}
                width={80}
                height={80}
                unoptimized
                className="size-20 rounded-md object-cover"
              />
            </li>
          ))}
        </ul>
      ) : null}
    </Field>
  );
}

function statusOf(busy: boolean, count: number) {
  if (busy) return "Đang thu nhỏ ảnh";
  return count > 0 ? `Đã chọn ${count} ảnh, đã thu nhỏ và bỏ vị trí chụp` : "";
}

/** A picture that this browser cannot read is sent as it is: the server says what it takes. */
async function redrawn(file: File) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, "image/jpeg", 0.82);
    });
    const name = `${file.name.replace(/\.\w+$/, "")}.jpg`;
    return blob ? new File([blob], name, { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

function forgetAll(previews: Preview[]) {
  for (const { url } of previews) URL.revokeObjectURL(url);
}
