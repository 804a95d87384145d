import Image from "next/image";

/** Each opens in a tab of its own. */
export function PhotoList({ photos, of }: { photos: string[]; of: string }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {photos.map((id, index) => (
        <li key={id}>
          <a href={`/api/files/${id}`} download className="block rounded-md">
            <Image
              src={`/api/files/${id}`}
              alt={`Ảnh ${index + 1}: ${of}`}
              width={800}
              height={600}
              unoptimized
              className="aspect-4/3 w-full rounded-md border border-line object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
