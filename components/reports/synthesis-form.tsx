import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/form-state";
import type { SynthesisView } from "@/lib/reports/synthesis/queries";
import { ChapterFigures } from "./chapter-figures";

type Props = { report: SynthesisView; requestId: string; save: FormAction };

/** Every word of the report beside the figures it is about. */
export function SynthesisForm({ report, requestId, save }: Props) {
  const { id, words, chapters, compared, edited } = report;
  return (
    <ActionForm
      action={save}
      hidden={{ synthesisId: id, edition: String(report.edition), requestId }}
      label="Nội dung báo cáo"
      whenDone="keep"
      footer={<SubmitButton>Lưu bản nháp</SubmitButton>}
    >
      <Card title="Đầu văn bản">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextArea
            label="Trích yếu"
            name="subject"
            rows={2}
            maxLength={400}
            defaultValue={words.subject}
            className="sm:col-span-2"
          />
          <TextField label="Ký hiệu" name="symbol" maxLength={40} defaultValue={words.symbol} />
          <TextField label="Địa danh" name="place" maxLength={80} defaultValue={words.place} />
          <TextArea
            label="Kính gửi"
            name="addressees"
            rows={2}
            defaultValue={words.addressees}
            hint="Mỗi dòng một nơi."
            className="sm:col-span-2"
          />
          <TextArea
            label="Mở đầu"
            name="opening"
            rows={3}
            defaultValue={words.opening}
            className="sm:col-span-2"
          />
        </div>
      </Card>
      {chapters.map((chapter) => (
        <Card
          key={chapter.code}
          id={chapter.code}
          title={chapter.title}
          aside={edited.includes(chapter.code) ? <Badge tone="info">Đã sửa chữ</Badge> : null}
        >
          <div className="grid gap-4">
            <ChapterFigures reportId={id} chapter={chapter} compared={compared?.name ?? null} />
            <input type="hidden" name="chapterCodes[]" value={chapter.code} />
            <TextArea
              label={`Lời: ${chapter.title}`}
              name="chapterTexts[]"
              rows={3}
              defaultValue={words.chapters[chapter.code] ?? chapter.drafted}
            />
          </div>
        </Card>
      ))}
      <Card title="Nhận định của huyện">
        <div className="grid gap-5">
          <TextArea
            label="Khó khăn, vướng mắc"
            name="difficulties"
            rows={3}
            defaultValue={words.difficulties}
          />
          <TextArea
            label="Đề xuất, kiến nghị"
            name="proposals"
            rows={3}
            defaultValue={words.proposals}
          />
        </div>
      </Card>
      <Card title="Cuối văn bản">
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label="Thẩm quyền ký"
            name="authority"
            optional
            maxLength={100}
            defaultValue={words.authority}
          />
          <TextField
            label="Chức vụ"
            name="position"
            optional
            maxLength={100}
            defaultValue={words.position}
          />
          <TextField
            label="Người ký"
            name="signer"
            optional
            maxLength={100}
            defaultValue={words.signer}
          />
          <TextArea
            label="Nơi nhận"
            name="copies"
            rows={3}
            optional
            defaultValue={words.copies}
            hint="Mỗi dòng một nơi."
          />
        </div>
      </Card>
    </ActionForm>
  );
}
