import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { postLabels } from "@/lib/duty/labels";
import { type DutyPost, dutyPosts } from "@/lib/duty/schema";

type Account = { id: string; fullName: string; username: string };
type Person = {
  name: string;
  title: string;
  phone: string;
  posts: DutyPost[];
  userId: string | null;
};

/** Who keeps watch; an account lets them check in and write the log themselves. */
export function DutyPersonFields({ person, accounts }: { person?: Person; accounts: Account[] }) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField label="Họ tên" name="name" defaultValue={person?.name} maxLength={100} />
        <TextField
          label="Chức vụ"
          name="title"
          defaultValue={person?.title}
          optional
          maxLength={100}
        />
        <TextField
          label="Điện thoại"
          name="phone"
          type="tel"
          defaultValue={person?.phone}
          optional
          hint="Huyện gọi số này khi cần."
        />
        <SelectField
          label="Tài khoản"
          name="userId"
          optional
          hint="Để tự nhận ca và ghi sổ trực."
          placeholder="Không có tài khoản"
          defaultValue={person?.userId ?? ""}
          options={accounts.map(({ id, fullName, username }) => ({
            value: id,
            label: `${fullName} (${username})`,
          }))}
        />
      </div>
      <CheckboxGroup
        label="Trực được"
        name="posts[]"
        columns={2}
        options={dutyPosts.map((post) => ({ value: post, label: postLabels[post] }))}
        defaultValues={person?.posts ?? ["staff"]}
      />
    </>
  );
}
