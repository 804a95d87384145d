import Form from "next/form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";

type Choice = { id: string; name: string };
type Props = {
  templates: Choice[];
  campaigns: Choice[];
  template?: string;
  from?: string;
  year: number;
};

/** Two ways to begin: a template in a year, or an earlier campaign in another year. */
export function StartForms({ templates, campaigns, template, from, year }: Props) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <StartForm
        title="Từ mẫu"
        description="Ngày dương và ngày âm được tính cho năm đã chọn."
        name="template"
        label="Mẫu đợt cao điểm"
        placeholder="Không dùng mẫu"
        choices={templates}
        chosen={template}
        year={year}
      />
      {campaigns.length > 0 ? (
        <StartForm
          title="Nhân bản đợt trước"
          description="Lấy các dịp, văn bản chỉ đạo và bài học của đợt đã làm."
          name="from"
          label="Đợt đã làm"
          placeholder="Chọn đợt"
          choices={campaigns}
          chosen={from}
          year={year}
        />
      ) : null}
    </div>
  );
}

type FormProps = {
  title: string;
  description: string;
  name: string;
  label: string;
  placeholder: string;
  choices: Choice[];
  chosen?: string;
  year: number;
};

function StartForm({ title, description, name, label, placeholder, ...rest }: FormProps) {
  const { choices, chosen, year } = rest;
  return (
    <Card title={title} description={description}>
      <Form action="/campaigns/new" prefetch={false} className="grid gap-4" aria-label={title}>
        <SelectField
          label={label}
          name={name}
          defaultValue={chosen ?? ""}
          placeholder={placeholder}
          options={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
        />
        <div className="flex items-end gap-3">
          <TextField
            label="Năm"
            name="year"
            type="number"
            min={1901}
            max={2100}
            defaultValue={year}
            className="w-32"
          />
          <Button type="submit">Tính ngày</Button>
        </div>
      </Form>
    </Card>
  );
}
